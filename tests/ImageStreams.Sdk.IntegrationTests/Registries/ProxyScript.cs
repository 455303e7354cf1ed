namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The faults that a test plans for a proxy, and the requests that it received.</summary>
internal sealed class ProxyScript
{
    /// <summary>The number of requests for a permanent fault.</summary>
    public const int Always = int.MaxValue;

    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];
    private readonly List<ProxiedRequest> _seen = [];

    /// <summary>The requests so far.</summary>
    public IReadOnlyList<ProxiedRequest> Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    public void Plan(ProxyFault fault, ImportStep step, int times = 1) => Plan(fault, request => request.Step == step, times);

    public void Plan(ProxyFault fault, Predicate<ProxiedRequest> about, int times = 1)
    {
        lock (_gate)
        {
            _planned.Add(new Planned(fault, about) { Left = times });
        }
    }

    /// <summary>Nothing goes wrong from now on.</summary>
    public void Heal()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    /// <summary>Records a request, and returns its fault.</summary>
    public ProxyFault? Next(ProxiedRequest request)
    {
        lock (_gate)
        {
            _seen.Add(request);
            return _planned.Find(planned => planned.About(request) && planned.Left > 0)?.Take();
        }
    }

    private sealed record Planned(ProxyFault Fault, Predicate<ProxiedRequest> About)
    {
        public int Left { get; set; }

        public ProxyFault Take()
        {
            Left--;
            return Fault;
        }
    }
}
