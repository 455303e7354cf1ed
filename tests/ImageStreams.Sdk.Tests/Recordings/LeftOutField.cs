namespace ImageStreams.Tests.Recordings;

/// <summary>A field of some answers that is not compared, and the reason.</summary>
/// <param name="Scenario">The recording.</param>
/// <param name="Sequences">The exchanges.</param>
/// <param name="Path">The end of the field's path.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record LeftOutField(string Scenario, int[] Sequences, string Path, string Reason)
{
    private const string Decoder = "the wording of the server's decoder; ours is our own.";

    /// <summary>The fields in addition to those of <see cref="LeftOut.Everywhere"/>.</summary>
    public static IReadOnlyList<LeftOutField> All { get; } =
    [
        new("imagestream-crud", [9, 43], "$.message", Decoder),
        new("imagestream-crud", [21], "$.message", "the wording of Go's number parser."),
        new("imagestream-crud", [22], "$.message", "names the key in the cluster's storage."),
        new("imagestream-422", [51, 52, 53], "$.message", Decoder),
        new("imagestream-watch", [23], "$.message", "the wording of Go's number parser."),
        new("imagestreamimports", [51], "$.message", "names versions of the stream."),
        new("rnd144", [57, 58, 60, 62, 64], ".metadata.managedFields", "the recorded status is sent with the times of the recording, so that its tags change."),
        new("imagestreamimages", [13], "$.metadata.remainingItemCount", "counts images that no answer shows."),
        new("reference-and-lookup-policy", [1], "].image.metadata.uid", "one image is requested twice: generated anew for each."),
    ];

    /// <summary>The fields of an exchange.</summary>
    public static IEnumerable<LeftOutField> Find(string scenario, Exchange exchange) =>
        All.Where(one => one.Scenario == scenario && one.Sequences.Contains(exchange.Sequence));

    /// <summary>Tests whether a difference is in the field.</summary>
    public bool Covers(string difference) =>
        difference.Split(": ", 2)[0].EndsWith(Path, StringComparison.Ordinal);
}
