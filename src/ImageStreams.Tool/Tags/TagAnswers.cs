using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.References;
using ImageStreams.Resolution;

namespace ImageStreams.Tool;

/// <summary>Answers where tags lead.</summary>
internal static class TagAnswers
{
    /// <summary>Resolves tags; all of them when none is named.</summary>
    public static ValueList<TagAnswer> Resolve(LoadedInput input, ValueList<ImageStreamTagName> tags) =>
        [.. (tags.IsEmpty ? FindAll(input) : tags).Select(tag => Create(input, tag))];

    private static IEnumerable<ImageStreamTagName> FindAll(LoadedInput input) => input.Workspace.ResolveAll().All
        .Select(outcome => outcome.Tag)
        .OrderBy(tag => tag.ToString(), StringComparer.Ordinal);

    private static TagAnswer Create(LoadedInput input, ImageStreamTagName tag)
    {
        var answer = input.Workspace.Resolve(tag);
        return new TagAnswer
        {
            Tag = tag,
            Answer = answer,
            Policy = [.. PolicyLines.Create(FindSpec(input, tag))],
            Path = [.. answer.Resolution.Hops.Select(hop => (hop.Name, FindPlace(input, hop)))],
        };
    }

    private static TagReference? FindSpec(LoadedInput input, ImageStreamTagName tag) => input.Objects.Streams
        .FirstOrDefault(stream => stream.Namespace == tag.Namespace && stream.Name == tag.Stream)?.Spec.Tags.Find(tag.Tag);

    private static TextPlace? FindPlace(LoadedInput input, TagHop hop)
    {
        var found = input.Manifests.Find(ImageStream.KindName, hop.Namespace, hop.Stream);
        var index = found?.Value is ImageStream stream ? FindIndex(stream, hop.Tag) : -1;
        return index < 0
            ? found?.Place
            : found!.FindPlace(string.Create(CultureInfo.InvariantCulture, $"spec.tags[{index}].from"));
    }

    private static int FindIndex(ImageStream stream, string tag)
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
