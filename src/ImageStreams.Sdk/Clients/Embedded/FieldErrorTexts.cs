using ImageStreams.Lifecycle;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Describes field errors in the status of an API.</summary>
internal static class FieldErrorTexts
{
    public static StatusCause ToCause(FieldError error) => new()
    {
        Reason = error.Reason,
        Message = Describe(error),
        Field = error.Field,
    };

    /// <summary>Returns the path of the field, if there is one, and the message.</summary>
    public static string DescribeWithField(FieldError error) =>
        error.Field == TagErrors.NoField ? Describe(error) : $"{error.Field}: {Describe(error)}";

    /// <summary>Returns the message, with the messages of the errors that it summarizes.</summary>
    /// <remarks>Errors are nested one deep at most.</remarks>
    public static string Describe(FieldError error) => error.Causes.IsEmpty
        ? error.Detail
        : $"{error.Detail}: {string.Join(", ", error.Causes.Select(cause => $"{cause.Field}: {cause.Detail}"))}";
}
