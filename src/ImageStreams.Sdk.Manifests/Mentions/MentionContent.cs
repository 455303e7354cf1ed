namespace ImageStreams.Manifests;

/// <summary>The image names and problems of one file.</summary>
/// <param name="File">The file; null when it could not be read as text.</param>
/// <param name="Mentions">The names in the order of the text.</param>
/// <param name="Problems">The problems in the order in which they were found.</param>
internal sealed record MentionContent(
    ManifestFile? File, IReadOnlyList<ImageMention> Mentions, IReadOnlyList<ManifestProblem> Problems)
{
    /// <summary>Reads a file.</summary>
    public static MentionContent Read(ManifestFile file, ImageMentionFormat format)
    {
        var reading = new MentionReading(file);
        MentionFormats.Get(format).Read(reading);
        return new MentionContent(file, reading.ToMentions(format), reading.Problems);
    }

    public static MentionContent FromProblem(ManifestProblem problem) => new(null, [], [problem]);
}
