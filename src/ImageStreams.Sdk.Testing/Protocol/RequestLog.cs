namespace ImageStreams.Testing.Protocol;

/// <summary>The requests that were answered, oldest first.</summary>
internal sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];

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
        }
    }

    public void Add(WireRequest request, WireResponse response)
    {
        var recorded = new RecordedRequest
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
            Status = response.HangUp == HangUp.BeforeAnswer ? 0 : response.Status,
        };
        lock (_gate)
        {
            _requests.Add(recorded);
        }
    }

    private string Redact(string authorization) => RecordCredentials || authorization.Length == 0
        ? authorization
        : $"{authorization.Split(' ')[0]} ***";
}
