using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Lifecycle;

/// <summary>The errors of new and changed spec tags.</summary>
internal static class TagErrors
{
    /// <summary>The path of an empty name, under which OpenShift reports all errors of changed tags.</summary>
    public const string NoField = "[]";

    public static FieldError Malformed(TagReference specTag) => Invalid(
        specTag,
        "this names no tag and no image of a stream; write TAG or STREAM:TAG for an ImageStreamTag, "
        + "ID or STREAM@ID for an ImageStreamImage");

    public static FieldError StreamNotFound(TagReference specTag, ImageStreamName stream) => new()
    {
        Type = FieldErrorType.NotFound,
        Field = GetNamePath(specTag),
        BadValue = specTag.From!.Name ?? "",
        Detail = $"there is no image stream {stream}; create it first, or follow another",
    };

    public static FieldError LookupFailed(TagReference specTag, ImageStreamName stream, string message) =>
        Invalid(specTag, $"the image stream {stream} could not be read: {message}");

    public static FieldError NoSuchImage(TagReference specTag, string id) =>
        Invalid(specTag, $"no tag of the stream has ever pointed to an image '{id}'; name one from its history");

    public static FieldError AmbiguousImage(TagReference specTag, string id, ValueList<string> images) => Invalid(
        specTag, $"'{id}' is the beginning of several images, such as {images[0]} and {images[1]}; write more of it");

    public static FieldError Denied(TagReference specTag, ImageStreamName stream, AccessDecision decision) => new()
    {
        Type = FieldErrorType.Forbidden,
        Field = GetFromPath(specTag),
        BadValue = "",
        Detail = $"{stream}: \"{decision.Reason}\" \"{decision.EvaluationError}\"",
    };

    /// <summary>Combines errors, each once, into the one error that OpenShift reports.</summary>
    public static FieldError Combine(IEnumerable<FieldError> causes) => new()
    {
        Type = FieldErrorType.Internal,
        Field = NoField,
        Detail = "some of the tags that are new or changed cannot be applied",
        Causes = causes.Distinct().ToValueList(),
    };

    private static FieldError Invalid(TagReference specTag, string detail) => new()
    {
        Type = FieldErrorType.Invalid,
        Field = GetNamePath(specTag),
        BadValue = specTag.From!.Name ?? "",
        Detail = detail,
    };

    private static string GetFromPath(TagReference specTag) => $"spec.tags[{specTag.Name}].from";

    private static string GetNamePath(TagReference specTag) => $"{GetFromPath(specTag)}.name";
}
