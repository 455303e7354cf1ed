using ImageStreams.Collections;

namespace ImageStreams.Patching;

/// <summary>Creates the exceptions of patches.</summary>
internal static class PatchRefusals
{
    /// <summary>The sentence of API servers for a JSON patch that cannot be applied.</summary>
    private const string Rejected = "the server rejected our request due to an error in our request";

    public static PatchException BadRequest(string message, Exception? inner = null) =>
        new(PatchFailure.BadRequest, message, innerException: inner);

    /// <summary>Creates the exception for operations that do not fit the object.</summary>
    public static PatchException Unprocessable(string detail) => new(PatchFailure.Invalid, $"{Rejected}: {detail}");

    /// <summary>Creates the exception for fields that others own.</summary>
    public static PatchException Conflict(ApplyOutcome.Conflicted outcome) => new(
        PatchFailure.Conflict,
        outcome.Message,
        outcome.Conflicts
            .Select(conflict => new StatusCause
            {
                Reason = "FieldManagerConflict",
                Message = conflict.Message,
                Field = conflict.Field,
            })
            .ToValueList());

    public static PatchException TooLarge(string message) => new(PatchFailure.TooLarge, message);

    /// <summary>Creates the exception for a result that is no object of its kind.</summary>
    /// <param name="value">The value that is not valid, as the server cites it.</param>
    /// <param name="reason">The reason.</param>
    /// <param name="inner">The cause, or null for none.</param>
    public static PatchException Result(string value, string reason, Exception? inner = null)
    {
        var message = $"Invalid value: {GoQuotes.Quote(value)}: {reason}";
        var cause = new StatusCause { Reason = "FieldValueInvalid", Message = message, Field = "patch" };
        return new PatchException(PatchFailure.Invalid, $" \"\" is invalid: patch: {message}", [cause], inner);
    }
}
