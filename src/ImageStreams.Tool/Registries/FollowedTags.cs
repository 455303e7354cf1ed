using ImageStreams.Collections;
using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Tool;

/// <summary>Checks the tags that follow images by name.</summary>
internal static class FollowedTags
{
    /// <summary>Asks registries about all tags that follow an image by name; one that names a digest cannot move.</summary>
    public static async Task<ValueList<FollowedTag>> CheckAsync(
        LoadedInput input, ImageState state, RegistryQuestions questions, CancellationToken cancellationToken)
    {
        var followed = input.Objects.Streams
            .SelectMany(stream => stream.Spec.Tags.Select((tag, index) => (Stream: stream, Tag: tag, Index: index)))
            .Where(one => IsFollowed(one.Tag))
            .ToList();
        var names = followed.Select(one => new RegistryName
        {
            PullSpec = one.Tag.From!.Name!,
            Recorded = state.Find(ToName(one.Stream, one.Tag), one.Tag.From.Name!) is { } digest ? [digest] : [],
            IsInsecure = one.Tag.ImportPolicy.Insecure,
        });
        var answers = await questions.AskAsync(names, cancellationToken).ConfigureAwait(false);
        var choices = await questions.ChooseAsync(FollowedPolicies.FindAll(input.Objects.Streams), cancellationToken).ConfigureAwait(false);
        return followed
            .Select(one => Create(input, state, one.Stream, one.Index, answers[one.Tag.From!.Name!]))
            .Select(one => FollowedPolicies.Add(one, choices.GetValueOrDefault(one.Tag!)))
            .OrderBy(one => one.Name, StringComparer.Ordinal)
            .ToValueList();
    }

    private static bool IsFollowed(TagReference tag) =>
        tag.From is { Kind: ReferenceKinds.DockerImage, Name: { Length: > 0 } name }
        && ImageReference.TryParse(name, out var reference)
        && reference.Id.Length == 0;

    private static ImageStreamTagName ToName(ImageStream stream, TagReference tag) =>
        ImageStreamTagName.FromParts(stream.Namespace, stream.Name, tag.Name);

    private static FollowedTag Create(LoadedInput input, ImageState state, ImageStream stream, int index, RegistryAnswer answer)
    {
        var tag = stream.Spec.Tags[index];
        var name = ToName(stream, tag);
        var recorded = state.Find(name, tag.From!.Name!);
        return new FollowedTag
        {
            Tag = name,
            From = tag.From.Name!,
            Place = input.FindPlace(new GraphField
            {
                Kind = ImageStream.KindName,
                Namespace = stream.Namespace,
                Name = stream.Name,
                Path = $"spec.tags[{index}].from.name",
            }),
            Recorded = recorded,
            Digest = answer.Digest,
            Mirror = answer.Mirror,
            Failure = answer.Failure,
            Status = answer.GetStatus(recorded),
        };
    }
}
