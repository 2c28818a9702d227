using System.Net;

namespace CisPosture.Desktop.Tests;

/// <summary>What the suites call of later frameworks and the polyfills do not bring.</summary>
internal static class NewerFramework
{
    extension(DateTimeOffset)
    {
        public static DateTimeOffset UnixEpoch => new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    extension(Environment)
    {
        public static bool IsPrivilegedProcess => Environment.UserName == "root";
    }

    extension(HttpRequestException error)
    {
        /// <summary>Told by the inner error only, and not where a proxy refuses a tunnel.</summary>
        public HttpStatusCode? StatusCode => ((error.InnerException as WebException)?.Response as HttpWebResponse)?.StatusCode;
    }

    extension(string text)
    {
        public string Replace(string old, string with, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(old, with) : throw new NotSupportedException($"Text is replaced ordinally here, not by {comparison}.");
    }
}
