using CisPosture.Aws.Calls;
using CsCheck;

namespace CisPosture.Aws.Tests.Calls;

public sealed partial class CallPaceTests
{
    [Fact]
    public void Whatever_the_service_bears_every_call_gets_through_and_the_service_is_not_overrun() =>
        Gen.Select(Gen.Double[0.5, 40], Gen.Int[1, 60], Gen.Int[1, 10], Gen.Int[1, 120]).Sample((rate, burst, callsAtOnce, calls) =>
        {
            var service = new ThrottledService(rate, burst);

            service.Serve(new CallPace(limit: null), calls, callsAtOnce);

            Assert.True(service.Sent <= (calls * 2) + callsAtOnce, $"{service.Sent} requests for {calls} calls at {rate:0.0} a second with a burst of {burst}, {callsAtOnce} at once.");
        });
}
