namespace ImageStreams.Policies;

/// <summary>A check of images that is not here: its answers of before count, and it gives no others.</summary>
/// <param name="name">The check's name.</param>
/// <param name="revision">The revision that answered last.</param>
internal sealed class RecordedCheck(string name, string revision) : IImageGate
{
    public string Name => name;

    public string Revision => revision;

    /// <summary>Creates the checks that the gates of a tag name, with the revisions that stand in its memory.</summary>
    public static IEnumerable<IImageGate> FindAll(TagReference tag)
    {
        var gates = TagGatesAnnotation.Read(tag) is TagGateReading<TagGateSet>.Found { Value: var set } ? set.Gates : [];
        var state = TagGateStateAnnotation.Read(tag) is TagGateReading<TagGateState>.Found { Value: var found } ? found : TagGateState.Empty;
        var answers = state.Candidates.SelectMany(candidate => candidate.Checks).ToLookup(check => check.Name, StringComparer.Ordinal);
        return gates.OfType<TagGate.Image>().Select(gate => gate.Check).Distinct()
            .Select(name => new RecordedCheck(name, answers[name].MaxBy(answer => answer.At)?.Revision ?? ""));
    }

    public Task<ImageGateResult> CheckAsync(ImageGateRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<ImageGateResult>(new ImageGateResult.NotNow { Reason = "The check is not here." });
}
