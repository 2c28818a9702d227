using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace CisPosture.Wall;

/// <summary>
/// What stands between the tests and the world, in every test project. Whatever is not on this machine is sent to a proxy, and that proxy
/// is here: it passes nothing on, and remembers who was asked for. Processes that a test starts are behind it too. The
/// settings that the user of this machine has for AWS are out of sight.
/// </summary>
internal static class NetworkWall
{
    private static readonly ConcurrentQueue<string> Stopped = new();
    private static readonly TcpListener Listener = new(IPAddress.Loopback, 0);

    /// <summary>The proxy's address.</summary>
    public static string Address => $"http://{Listener.LocalEndpoint}";

    /// <summary>The first lines of the requests that wanted out, such as "CONNECT sts.amazonaws.com:443 HTTP/1.1".</summary>
    public static IReadOnlyCollection<string> StoppedRequests => Stopped;

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "Must stand before any test runs.")]
    internal static void Build()
    {
        Listener.Start();
        _ = ListenAsync();
        foreach (var name in new[] { "http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY" })
        {
            Environment.SetEnvironmentVariable(name, Address);
        }

        foreach (var name in new[] { "no_proxy", "NO_PROXY" })
        {
            Environment.SetEnvironmentVariable(name, "127.0.0.1,localhost,::1,[::1]");
        }

#if NETFRAMEWORK
        // Which asks Windows for its proxy and not the environment.
        WebRequest.DefaultWebProxy = new WebProxy(Address, BypassOnLocal: true);
#endif
        HideUser();
    }

    private static void HideUser()
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        var nowhere = Path.Combine(Path.GetTempPath(), "cisposture-nobody");
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", Path.Combine(nowhere, "config"));
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", Path.Combine(nowhere, "credentials"));
    }

    private static async Task ListenAsync()
    {
        while (true)
        {
            _ = RefuseAsync(await Listener.AcceptTcpClientAsync());
        }
    }

    private static async Task RefuseAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream());
                Stopped.Enqueue(await reader.ReadLineAsync() ?? string.Empty);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                    // To the end of the headers, or the client would take the answer for a broken connection.
                }

                await client.GetStream().WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            }
            catch (IOException)
            {
                // The client has given up; it was remembered.
            }
        }
    }
}
