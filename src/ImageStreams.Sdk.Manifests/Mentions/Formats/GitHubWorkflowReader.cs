namespace ImageStreams.Manifests;

/// <summary>Reads workflows and actions of GitHub.</summary>
internal sealed class GitHubWorkflowReader : IMentionReader
{
    private const string Prefix = "docker://";

    /// <inheritdoc/>
    public ImageMentionFormat Format => ImageMentionFormat.GitHubWorkflow;

    /// <inheritdoc/>
    public void Read(MentionReading reading)
    {
        var trees = new MentionTrees(reading);
        foreach (var tree in trees.ReadAll())
        {
            var runs = MentionTrees.Find(tree, 0, "runs");
            trees.AddPrefixed(tree, MentionTrees.Find(tree, runs, "image"), Prefix);
            ReadSteps(trees, tree, runs);
            foreach (var job in MentionTrees.List(tree, MentionTrees.Find(tree, 0, "jobs"), TextNodeKind.Mapping))
            {
                ReadJob(trees, tree, job);
            }
        }
    }

    private static void ReadJob(MentionTrees trees, TextTree tree, int job)
    {
        trees.AddImage(tree, MentionTrees.Find(tree, job, "container"), "image");
        foreach (var service in MentionTrees.List(tree, MentionTrees.Find(tree, job, "services"), TextNodeKind.Mapping))
        {
            trees.AddImage(tree, MentionTrees.Find(tree, service, "image"));
        }

        ReadSteps(trees, tree, job);
    }

    private static void ReadSteps(MentionTrees trees, TextTree tree, int parent)
    {
        foreach (var step in MentionTrees.List(tree, MentionTrees.Find(tree, parent, "steps"), TextNodeKind.Sequence))
        {
            trees.AddPrefixed(tree, MentionTrees.Find(tree, step, "uses"), Prefix);
        }
    }
}
