using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

/// <summary>Asserts errors in the form <c>FieldValueInvalid spec.tags[a].from.name</c>.</summary>
internal static class FieldErrorAssert
{
    /// <summary>Asserts all errors, in the order of the document, and that each has a sentence.</summary>
    public static void AssertErrors(ValueList<FieldError> errors, params string[] expected)
    {
        Assert.Equal(expected, errors.Select(error => $"{error.Reason} {error.Field}"));
        Assert.All(errors, error => Assert.EndsWith(".", error.Detail, StringComparison.Ordinal));
    }

    /// <summary>Asserts the only error, its value and its whole sentence.</summary>
    public static void AssertError(ValueList<FieldError> errors, string expected, object? value, string detail)
    {
        AssertErrors(errors, expected);
        Assert.Equal((value, detail), (errors[0].BadValue, errors[0].Detail));
    }
}
