namespace ImageStreams.Tests.Kubernetes;

/// <summary>Compares the requests of our client with those of a command, one by one.</summary>
internal static class RequestComparison
{
    /// <summary>Finds what differs: <c>+</c> before what only ours have, <c>-</c> before what only the recorded ones have.</summary>
    /// <remarks>Requests of the same method and place are compared, in their order. A request without such a counterpart is a difference as a
    /// whole, unless it reads again what was read, such as one page more.</remarks>
    public static IReadOnlyList<string> Find(IEnumerable<RecordedRequest> ours, IReadOnlyList<RecordedRequest> recorded)
    {
        var differences = new List<string>();
        var left = recorded.ToList();
        foreach (var request in ours)
        {
            var twin = left.Find(other => Describe(other) == Describe(request) && IsWatch(other) == IsWatch(request));
            if (twin is not null || !recorded.Any(other => IsRepeated(request, other)))
            {
                differences.AddRange(twin is null ? [$"+{Describe(request)}"] : Compare(request, twin));
                left.Remove(twin!);
            }
        }

        return [.. differences, .. left.Select(other => $"-{Describe(other)}")];
    }

    private static IEnumerable<string> Compare(RecordedRequest ours, RecordedRequest recorded)
    {
        var (our, their) = (RequestParts.Find(ours), RequestParts.Find(recorded));
        var status = ours.Status == recorded.Status ? Array.Empty<string>() : [$"{recorded.Status} became {ours.Status}"];
        return our.Except(their).Select(part => $"+{part}").Concat(their.Except(our).Select(part => $"-{part}")).Concat(status);
    }

    private static bool IsRepeated(RecordedRequest ours, RecordedRequest recorded) =>
        !ours.IsWrite && Describe(ours) == Describe(recorded) && !Compare(ours, recorded).Any();

    private static string Describe(RecordedRequest request) => $"{request.Method} {request.Place}";

    private static bool IsWatch(RecordedRequest request) => request.Path.Contains("watch=true", StringComparison.Ordinal);
}
