using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>A time in which no changes are allowed, whatever the windows say, in the form of options.</summary>
/// <remarks>All options bind from configuration.</remarks>
public sealed class ChangeFreezeOptions : ICheckedOptions
{
    /// <summary>The local date and time at which the freeze begins, such as <c>2026-12-20</c>; there is no default.</summary>
    public DateTime From { get; set; }

    /// <summary>The local date and time at which the freeze ends, later than <see cref="From"/>; there is no default.</summary>
    public DateTime To { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors) =>
        errors.Require(To > From, nameof(To), To, $"later than {nameof(From)}");
}
