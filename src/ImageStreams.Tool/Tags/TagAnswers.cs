using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Tool;

/// <summary>Answers where tags lead.</summary>
internal static class TagAnswers
{
    private const string Imported = "that the tag is imported";
    private const string Pushed = "that the build has pushed";

    /// <summary>Resolves tags; all of them when none is named.</summary>
    public static ValueList<TagAnswer> Resolve(LoadedInput input, ValueList<ImageStreamTagName> tags) =>
        [.. Select(input, tags).Select(tag => Create(input, tag, input.Workspace.Resolve(tag), []))];

    /// <summary>Explains tags; all of them when none is named.</summary>
    public static ValueList<TagAnswer> Explain(LoadedInput input, ValueList<ImageStreamTagName> tags) =>
    [
        .. Select(input, tags).Select(tag =>
        {
            var explanation = input.Workspace.Explain(tag);
            return Create(input, tag, explanation.Resolution, explanation.Steps);
        }),
    ];

    private static IEnumerable<ImageStreamTagName> Select(LoadedInput input, ValueList<ImageStreamTagName> tags) => tags.IsEmpty
        ? input.Workspace.Graph.ResolveAll().All.Select(outcome => outcome.Tag).OrderBy(tag => tag.ToString(), StringComparer.Ordinal)
        : tags;

    private static TagAnswer Create(
        LoadedInput input, ImageStreamTagName tag, TagResolution resolution, ValueList<ResolutionStep> steps)
    {
        var (pullSpec, assumption) = FindPullSpec(input.Workspace, resolution);
        return new TagAnswer
        {
            Tag = tag,
            Status = ToolText.ToCamelCase(resolution.GetType().Name),
            PullSpec = pullSpec,
            Assumption = assumption,
            Explanation = resolution.Explanation,
            Path = [.. resolution.Hops.Select(hop => (hop.Name, FindPlace(input, hop)))],
            Steps = steps,
        };
    }

    /// <summary>Finds the pull spec that a tag has, or will have when it is imported or pushed.</summary>
    private static (string? PullSpec, string? Assumption) FindPullSpec(
        ImageStreamWorkspace workspace, TagResolution resolution)
    {
        if (resolution is TagResolution.Resolved resolved)
        {
            return (resolved.PullSpec, null);
        }

        var last = resolution.Hops.IsEmpty ? null : resolution.Hops[^1];
        return (workspace.IsAsStored, resolution) switch
        {
            (false, TagResolution.PendingImport) when last?.Reference?.From is { Kind: ReferenceKinds.DockerImage, Name: { } name } =>
                (name, Imported),
            (false, TagResolution.PendingBuild) when last is not null => ($"{workspace.RegistryHost}/{last.Name}", Pushed),
            _ => (null, null),
        };
    }

    private static TextPlace? FindPlace(LoadedInput input, TagHop hop)
    {
        var found = input.Manifests.Find(ImageStream.KindName, hop.Namespace, hop.Stream);
        var index = found?.Value is ImageStream stream ? IndexTag(stream, hop.Tag) : -1;
        return index < 0 ? found?.Place : found!.FindPlace($"spec.tags[{index}].from");
    }

    private static int IndexTag(ImageStream stream, string tag)
    {
        for (var index = 0; index < stream.Spec.Tags.Count; index++)
        {
            if (stream.Spec.Tags[index].Name == tag)
            {
                return index;
            }
        }

        return -1;
    }
}
