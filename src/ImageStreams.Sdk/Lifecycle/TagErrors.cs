using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>What is wrong with a tag that is new or changed.</summary>
internal static class TagErrors
{
    /// <summary>The path of an empty name, under which OpenShift reports everything about changed tags.</summary>
    private const string NoField = "[]";

    public static FieldError Malformed(TagReference wish) => Invalid(
        wish,
        "this names no tag and no image of a stream; write TAG or STREAM:TAG for an ImageStreamTag, "
        + "ID or STREAM@ID for an ImageStreamImage");

    public static FieldError StreamNotFound(TagReference wish, ImageStreamName stream) => new()
    {
        Type = FieldErrorType.NotFound,
        Field = NameOf(wish),
        BadValue = wish.From!.Name ?? "",
        Detail = $"there is no image stream {stream}; create it first, or follow another",
    };

    public static FieldError LookupFailed(TagReference wish, ImageStreamName stream, string message) =>
        Invalid(wish, $"the image stream {stream} could not be looked at: {message}");

    public static FieldError NoSuchImage(TagReference wish, string id) =>
        Invalid(wish, $"no tag of the stream has ever pointed to an image '{id}'; name one from its history");

    public static FieldError AmbiguousImage(TagReference wish, string id, ValueList<string> images) =>
        Invalid(wish, $"'{id}' is the beginning of several images, such as {images[0]} and {images[1]}; write more of it");

    public static FieldError Denied(TagReference wish, ImageStreamName stream, AccessDecision decision) => new()
    {
        Type = FieldErrorType.Forbidden,
        Field = FromOf(wish),
        BadValue = "",
        Detail = $"{stream}: \"{decision.Reason}\" \"{decision.EvaluationError}\"",
    };

    /// <summary>All of them, each once, as the one error that OpenShift makes of them.</summary>
    public static FieldError Together(IEnumerable<FieldError> causes) => new()
    {
        Type = FieldErrorType.Internal,
        Field = NoField,
        Detail = "some of the tags that are new or changed cannot be taken over",
        Causes = causes.Distinct().ToValueList(),
    };

    private static FieldError Invalid(TagReference wish, string detail) => new()
    {
        Type = FieldErrorType.Invalid,
        Field = NameOf(wish),
        BadValue = wish.From!.Name ?? "",
        Detail = detail,
    };

    private static string FromOf(TagReference wish) => $"spec.tags[{wish.Name}].from";

    private static string NameOf(TagReference wish) => $"{FromOf(wish)}.name";
}
