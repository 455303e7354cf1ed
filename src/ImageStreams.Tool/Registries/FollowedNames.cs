using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Checks the image names in files that are no manifests.</summary>
internal static class FollowedNames
{
    /// <summary>Asks registries about all names whose image is known; one with a digest and no tag cannot move.</summary>
    public static async Task<ValueList<FollowedTag>> CheckAsync(
        ImageMentionSet mentions, ImageState state, RegistryQuestions questions, CancellationToken cancellationToken)
    {
        var followed = mentions.Mentions
            .Select(mention => (Mention: mention, Name: MentionNames.Find(mention)))
            .Where(one => one.Name is not null)
            .Select(one => (one.Mention, Name: one.Name!, Recorded: FindRecorded(one.Mention, one.Name!, state)))
            .ToList();
        var names = followed.Select(one => new RegistryName
        {
            PullSpec = one.Name,
            Recorded = one.Recorded is null ? [] : [one.Recorded],
        });
        var answers = await questions.AskAsync(names, cancellationToken).ConfigureAwait(false);
        return [.. followed.Select(one => Create(one.Mention, one.Name, one.Recorded, answers[one.Name]))];
    }

    private static string? FindRecorded(ImageMention mention, string name, ImageState state) =>
        mention.Digest.Length > 0 ? mention.Digest : state.Find(name);

    private static FollowedTag Create(ImageMention mention, string name, string? recorded, RegistryAnswer answer) => new()
    {
        Tag = null,
        From = name,
        Place = mention.Place,
        Recorded = recorded,
        Digest = answer.Digest,
        Mirror = answer.Mirror,
        Failure = answer.Failure,
        Status = answer.GetStatus(recorded),
    };
}
