using ImageStreams.Internal;
using ImageStreams.References;

namespace ImageStreams.Triggers;

/// <summary>The sentences of findings on tags.</summary>
internal static partial class FindingTexts
{
    /// <summary>The most characters of a name in a sentence.</summary>
    private const int MaxName = 128;

    public static string NoSuchNamespace(ImageStreamTagName tag) =>
        $"The namespace of {Show(tag)} has no objects among those given.";

    public static string NoSuchStream(ImageStreamTagName tag) =>
        $"{Show(tag)} does not exist: the namespace has no stream {Show(tag.Stream)}.";

    public static string NoSuchTag(ImageStreamTagName tag) =>
        $"The stream has no tag {Show(tag.Tag)}: {Show(tag)} does not exist.";

    public static string NeverImported(ImageStreamTagName tag) => $"{Show(tag)} has never had an image.";

    public static string ImportFails(ImageStreamTagName tag, string end, TagEventCondition failure) =>
        $"The last import of {Show(tag.Tag == end ? tag : Sibling(tag, end))} failed: {failure.Reason}. {failure.Message}".TrimEnd();

    public static string UnversionedStream(ImageStreamTagName tag) =>
        $"The stream of {Show(tag)} has no numeric resourceVersion, and is passed over.";

    public static string AliasAcrossStreams(ImageStreamTagName tag, TagEnd end)
    {
        var source = ImageStreamTagName.FromParts(end.Target.Namespace, end.Target.Stream, end.Target.Selector);
        return $"{Show(Sibling(tag, end.Tag))} was copied from {Show(source)}, a tag of another stream, and does not move when that does.";
    }

    public static string TagCycle(ImageStreamTagName tag) => $"{Show(tag)} leads into a ring of tags that follow each other.";

    public static string FollowsNothing(ImageStreamTagName tag, string end) =>
        $"{Show(tag)} follows {Show(Sibling(tag, end))}, which does not exist.";

    public static string InvalidSource(ImageStreamTagName tag, TagEnd end) =>
        $"{Show(Sibling(tag, end.Tag))} is to follow {ShowSource(end.Reference!)}, which is no image and no tag.";

    public static string PinnedTag(ImageStreamTagName tag, TagEnd end, TagSourceKind source) =>
        source == TagSourceKind.Reference
            ? $"{Show(Sibling(tag, end.Tag))} only passes {ShowSource(end.Reference!)} on, and is never imported."
            : $"{Show(Sibling(tag, end.Tag))} stands for {ShowSource(end.Reference!)}, one image that does not move.";

    public static string NotScheduled(ImageStreamTagName tag, TagReference reference) =>
        $"Triggers listen to {Show(tag)}, but nobody looks whether {Show(reference.From!.Name)} has moved.";

    public static string ScheduledInVain(ImageStreamTagName tag, TagSourceKind source) =>
        $"{Show(tag)} cannot be scheduled: {ExplainNotImported(source)}";

    private static string ExplainNotImported(TagSourceKind source) => source switch
    {
        TagSourceKind.Pushes => "it is only pushed to.",
        TagSourceKind.Tag => "it follows another tag.",
        TagSourceKind.Pinned => "it is one image, by its digest.",
        TagSourceKind.Reference => "it only passes a pull spec on.",
        _ => "it follows nothing that could be imported.",
    };

    private static ImageStreamTagName Sibling(ImageStreamTagName tag, string other) =>
        ImageStreamTagName.FromParts(tag.Namespace, tag.Stream, other);

    private static string ShowSource(TagReference reference) => $"the {Show(reference.From!.Kind)} {Show(reference.From.Name)}";

    private static string Show(ImageStreamTagName tag) => Show(tag.ToString());

    private static string Show(string? text) => string.IsNullOrEmpty(text) ? "''" : PrintableText.Escape(text, MaxName);
}
