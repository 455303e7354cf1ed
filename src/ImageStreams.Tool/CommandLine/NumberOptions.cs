using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>Limits options that are numbers.</summary>
internal static class NumberOptions
{
    /// <summary>Refuses a number below 1; whatever is no number is refused when it is read.</summary>
    public static void RequirePositive(this Option option) => option.Validators.Add(result =>
    {
        if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number < 1)
        {
            result.AddError($"{option.Name} must be at least 1.");
        }
    });
}
