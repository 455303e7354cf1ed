using Microsoft.Extensions.Options;

namespace ImageStreams.Internal;

/// <summary>Validates options that a service collection creates.</summary>
internal sealed class OptionsValidator<TOptions> : IValidateOptions<TOptions>
    where TOptions : class, ICheckedOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options) =>
        OptionsErrors.Collect(options) is { Count: > 0 } messages
            ? ValidateOptionsResult.Fail(messages)
            : ValidateOptionsResult.Success;
}
