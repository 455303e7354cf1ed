using ImageStreams.Internal;

namespace ImageStreams.Importing;

/// <summary>Options of the listing of repositories whose tags are followed by policies.</summary>
/// <remarks>Copied when they are used; later changes have no effect. All options bind from configuration.</remarks>
public sealed class TagPolicyOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="MaxTags"/>: 100,000.</summary>
    public const int DefaultMaxTags = 100_000;

    /// <summary>Default of <see cref="MaxLookups"/>: 100.</summary>
    public const int DefaultMaxLookups = 100;

    /// <summary>Default of <see cref="MaxRemembered"/>: 10,000.</summary>
    public const int DefaultMaxRemembered = 10_000;

    /// <summary>Default of <see cref="Interval"/>: 15 minutes.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(15);

    /// <summary>Default of <see cref="RetryDelay"/>: one minute.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromMinutes(1);

    /// <summary>The time from one listing of a repository to the next; more than zero.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>The wait after a listing that failed; more than zero. It doubles with each failure in a row, up to the interval or
    /// an hour, whichever is longer.</summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The greatest number of tags of a repository; at least 1. One that has more is not followed.</summary>
    public int MaxTags { get; set; } = DefaultMaxTags;

    /// <summary>The greatest number of images whose creation time is looked up for one tag in one listing; at least 1. A rule that
    /// needs more moves nothing.</summary>
    public int MaxLookups { get; set; } = DefaultMaxLookups;

    /// <summary>The number of images whose creation time is remembered, by digest; at least 1.</summary>
    public int MaxRemembered { get; set; } = DefaultMaxRemembered;

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.Positive(Interval);
        errors.Positive(RetryDelay);
        errors.AtLeast(MaxTags, 1);
        errors.AtLeast(MaxLookups, 1);
        errors.AtLeast(MaxRemembered, 1);
    }

    internal TagPolicyOptions Copy()
    {
        OptionsErrors.ThrowIfAny(this);
        return (TagPolicyOptions)MemberwiseClone();
    }
}
