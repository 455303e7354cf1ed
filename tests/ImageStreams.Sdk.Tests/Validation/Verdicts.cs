using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

/// <summary>Errors as tests write them: <c>FieldValueInvalid spec.tags[a].from.name</c>.</summary>
internal static class Verdicts
{
    /// <summary>Asserts all errors, in the order of the document, and that each says something.</summary>
    public static void AssertErrors(ValueList<FieldError> errors, params string[] expected)
    {
        Assert.Equal(expected, errors.Select(error => $"{error.Reason} {error.Field}"));
        Assert.All(errors, error => Assert.EndsWith(".", error.Detail, StringComparison.Ordinal));
    }

    /// <summary>Asserts the one error, its value and the whole of its sentence.</summary>
    public static void AssertError(ValueList<FieldError> errors, string expected, object? value, string detail)
    {
        AssertErrors(errors, expected);
        Assert.Equal((value, detail), (errors[0].BadValue, errors[0].Detail));
    }
}
