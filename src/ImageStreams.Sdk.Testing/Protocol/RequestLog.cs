namespace ImageStreams.Testing.Protocol;

/// <summary>The answered requests, oldest first; only the newest are kept.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly Queue<RecordedRequest> _requests = [];
    private long _count;

    public int MaxRequests { get; set; } = int.MaxValue;

    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    public bool RecordCredentials { get; set; }

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
            _count = 0;
        }
    }

    public void Add(WireRequest request, WireResponse response)
    {
        var recorded = MaxRequests == 0 ? null : Record(request, response);
        lock (_gate)
        {
            _count++;
            if (recorded is not null)
            {
                _requests.Enqueue(recorded);
            }

            while (_requests.Count > MaxRequests)
            {
                _requests.Dequeue();
            }
        }
    }

    private RecordedRequest Record(WireRequest request, WireResponse response) => new()
    {
        Method = request.Method,
        Host = request.Host,
        Path = request.Path,
        Query = request.Query,
        Resource = request.Route.Resource,
        Repository = request.Route.Repository,
        Accept = request.Header("Accept"),
        UserAgent = request.Header("User-Agent"),
        Authorization = Redact(request.Header("Authorization")),
        Status = response.Abort == ConnectionAbort.BeforeResponse ? 0 : response.Status,
    };

    private string Redact(string authorization) => RecordCredentials || authorization.Length == 0
        ? authorization
        : $"{authorization.Split(' ')[0]} ***";
}
