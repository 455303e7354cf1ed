namespace ImageStreams.Tests.Recordings;

/// <summary>A message of the server that ours says in its own words; everything else in the answer is compared.</summary>
/// <param name="Recorded">A part of the recorded message.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record OwnWords(string Recorded, string Reason)
{
    private const string Selectors = "the wording of Go's selector parsers; ours shows the place.";

    /// <summary>All of them; a rule, so that scenarios that are not known yet are covered.</summary>
    public static IReadOnlyList<OwnWords> All { get; } =
    [
        new("unable to parse requirement: ", Selectors),
        new("expected: !, identifier", Selectors),
        new("invalid selector: ", Selectors),
        new("is not a known field selector", "the server names the fields of its own list; ours may know more."),
        new("strict decoding error: ", "the wording of Go's decoder; ours shows the path."),
        new("cannot be handled as a ", "the wording of Go's decoder; ours shows the path."),
        new("strconv.ParseUint: ", "the wording of Go's number parser."),
        new("StorageError: ", "names the key in the cluster's storage."),
    ];

    /// <summary>Tests whether a difference is one of words.</summary>
    public static bool Covers(string difference) => difference.StartsWith("$.message: ", StringComparison.Ordinal)
        && All.Any(words => difference.Contains(words.Recorded, StringComparison.Ordinal));
}
