namespace ImageStreams.Manifests;

/// <summary>The objects and problems of one file.</summary>
internal sealed class FileContent
{
    /// <summary>The file; null when it could not be read as text.</summary>
    public ManifestFile? File { get; init; }

    public List<ManifestObject> Objects { get; } = [];

    public List<ManifestProblem> Problems { get; } = [];

    public static FileContent FromProblem(ManifestProblem problem)
    {
        var content = new FileContent();
        content.Problems.Add(problem);
        return content;
    }
}
