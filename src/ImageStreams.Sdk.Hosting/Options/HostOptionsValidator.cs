using Microsoft.Extensions.Options;

namespace ImageStreams.Hosting;

/// <summary>Validates the options of the package.</summary>
internal sealed class HostOptionsValidator : IValidateOptions<ControllerHostOptions>, IValidateOptions<ImageStreamHealthOptions>
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, ControllerHostOptions options) => Check(options).Result;

    public ValidateOptionsResult Validate(string? name, ImageStreamHealthOptions options) => Check(options).Result;

    private static HostOptionsErrors Check(ControllerHostOptions options)
    {
        var errors = new HostOptionsErrors(nameof(ControllerHostOptions));
        errors.Require(
            options.MaxConcurrentImports >= 1, nameof(options.MaxConcurrentImports), options.MaxConcurrentImports, "at least 1");
        errors.Require(options.RestartDelay > TimeSpan.Zero, nameof(options.RestartDelay), options.RestartDelay, "more than zero");
        errors.Require(
            options.MaxRestartDelay >= options.RestartDelay && options.MaxRestartDelay <= Longest,
            nameof(options.MaxRestartDelay),
            options.MaxRestartDelay,
            $"at least {nameof(options.RestartDelay)} ({options.RestartDelay:c}) and at most {Longest:c}");
        return errors;
    }

    private static HostOptionsErrors Check(ImageStreamHealthOptions options)
    {
        var errors = new HostOptionsErrors(nameof(ImageStreamHealthOptions));
        errors.Require(options.OnTimeShare is > 0 and <= 1, nameof(options.OnTimeShare), options.OnTimeShare, "more than 0 and at most 1");
        errors.Require(
            options.AllowedIntervals is >= 1 and <= ImageStreamHealthOptions.MaxAllowedIntervals,
            nameof(options.AllowedIntervals),
            options.AllowedIntervals,
            FormattableString.Invariant($"between 1 and {ImageStreamHealthOptions.MaxAllowedIntervals}"));
        errors.Require(
            options.StoreOutageLimit > TimeSpan.Zero, nameof(options.StoreOutageLimit), options.StoreOutageLimit, "more than zero");
        errors.Require(options.MaxReportedTags >= 0, nameof(options.MaxReportedTags), options.MaxReportedTags, "at least 0");
        return errors;
    }
}
