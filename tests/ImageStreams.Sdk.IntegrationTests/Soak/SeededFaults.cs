using System.Net;
using ImageStreams.IntegrationTests.Registries;

namespace ImageStreams.IntegrationTests.Soak;

/// <summary>Injects a fault into about every fourth request; 503 comes in bursts.</summary>
internal sealed class SeededFaults(int seed)
{
    private const int Burst = 8;
    private static readonly ProxyFault Failing = new ProxyFault.Answers(HttpStatusCode.ServiceUnavailable);
    private static readonly ProxyFault[] Faults =
    [
        new ProxyFault.Delayed(TimeSpan.FromMilliseconds(20)),
        new ProxyFault.HangsUp(),
        new ProxyFault.Hangs(),
        new ProxyFault.Answers(HttpStatusCode.TooManyRequests, "Retry-After", "0"),
        new ProxyFault.ResetsInBody(),
        new ProxyFault.EndsEarly(),
        new ProxyFault.Truncates(),
        new ProxyFault.Corrupts(),
        new ProxyFault.HangsInBody(),
        new ProxyFault.Drips(TimeSpan.FromMilliseconds(10)),
    ];

    private readonly Lock _gate = new();
    private readonly Random _random = new(seed);
    private int _burst;
    private bool _healed;

    /// <summary>Nothing goes wrong from now on.</summary>
    public void Heal()
    {
        lock (_gate)
        {
            _healed = true;
        }
    }

    /// <summary>Returns the fault of a request.</summary>
    public ProxyFault? Next(ProxiedRequest request)
    {
        lock (_gate)
        {
            var fault = _healed ? null : Draw();
            return fault is { IsInBody: true } && request.Step == ImportStep.Tag ? null : fault;
        }
    }

    private ProxyFault? Draw()
    {
        if (_burst > 0)
        {
            _burst--;
            return Failing;
        }

        var drawn = _random.Next(4 * Faults.Length);
        _burst = drawn == Faults.Length && _random.Next(4) == 0 ? Burst : 0;
        return drawn < Faults.Length ? Faults[drawn] : null;
    }
}
