namespace ImageStreams.Manifests;

/// <summary>Reads pipelines of GitLab: the images of all jobs, also hidden ones, and those for every job.</summary>
internal sealed class GitLabPipelineReader : IMentionReader
{
    private static readonly HashSet<string> NoJobs = new(StringComparer.Ordinal)
    {
        "cache", "image", "include", "services", "spec", "stages", "variables", "workflow",
    };

    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.GitLabPipeline;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        var trees = new MentionTrees(reading);
        foreach (var tree in trees.ReadAll())
        {
            ReadJob(trees, tree, 0);
            foreach (var job in MentionTrees.List(tree, 0, TextNodeKind.Mapping))
            {
                if (!NoJobs.Contains(tree.GetKey(job)))
                {
                    ReadJob(trees, tree, job);
                }
            }
        }
    }

    private static void ReadJob(MentionTrees trees, TextTree tree, int job)
    {
        trees.AddImage(tree, MentionTrees.Find(tree, job, "image"), "name");
        foreach (var service in MentionTrees.List(tree, MentionTrees.Find(tree, job, "services"), TextNodeKind.Sequence))
        {
            trees.AddImage(tree, service, "name");
        }
    }
}
