using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Finds the names to pin in files that are no manifests.</summary>
internal static class MentionPins
{
    /// <summary>Finds the names that have no digest, and those whose tag may have moved since they were pinned.</summary>
    public static IEnumerable<PinItem> Find(ImageMentionSet mentions) => mentions.Mentions
        .Where(mention => mention.Digest.Length == 0 || (mention.CanEdit && mention.Tag.Length > 0))
        .Select(mention => new PinItem
        {
            Mention = mention,
            Path = mention.Path,
            Kind = PinKind.FileName,
            Before = mention.Image ?? mention.Text,
            Reason = mention.Obstacle ?? "",
        });
}
