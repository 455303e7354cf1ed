using ImageStreams.Internal;

namespace ImageStreams.Controllers;

/// <summary>Options of <see cref="Reflector{T}"/>.</summary>
/// <remarks>Copied when the reflector is created; later changes have no effect on it. All options bind from configuration.</remarks>
public sealed class ReflectorOptions : ICheckedOptions
{
    /// <summary>Default of <see cref="PageSize"/>: 500.</summary>
    public const int DefaultPageSize = 500;

    /// <summary>Default of <see cref="BookmarkInterval"/>: one minute.</summary>
    public static readonly TimeSpan DefaultBookmarkInterval = TimeSpan.FromMinutes(1);

    /// <summary>Default of <see cref="RetryDelay"/>: one second.</summary>
    public static readonly TimeSpan DefaultRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>Default of <see cref="MaxRetryDelay"/>: 30 seconds.</summary>
    public static readonly TimeSpan DefaultMaxRetryDelay = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>The namespace of the objects; null, the default, for all namespaces.</summary>
    public string? Namespace { get; set; }

    /// <summary>The label selector of the objects, such as <c>team=a,!old</c>; null, the default, selects all.</summary>
    public string? LabelSelector { get; set; }

    /// <summary>The field selector of the objects, such as <c>metadata.name=app</c>; null, the default, selects all.</summary>
    public string? FieldSelector { get; set; }

    /// <summary>The largest number of objects in one page of a list; at least 1.</summary>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>The time after which a watch without changes reports its version, which shows that it works; more than zero,
    /// at most an hour.</summary>
    public TimeSpan BookmarkInterval { get; set; } = DefaultBookmarkInterval;

    /// <summary>The wait after an error; more than zero, at most an hour. It doubles with each error in a row, up to
    /// <see cref="MaxRetryDelay"/>; up to half of each wait is left out at random.</summary>
    public TimeSpan RetryDelay { get; set; } = DefaultRetryDelay;

    /// <summary>The longest wait after an error; more than zero, at most an hour.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = DefaultMaxRetryDelay;

    /// <summary>The interval at which all objects are told again, as if each had changed; more than zero, at most a week; null, the
    /// default, for never.</summary>
    /// <remarks>For whoever compares the objects with something else that can change unseen. No change is lost without it.</remarks>
    public TimeSpan? ResyncInterval { get; set; }

    void ICheckedOptions.Check(OptionsErrors errors)
    {
        errors.AtLeast(PageSize, 1);
        errors.Positive(BookmarkInterval, Hour);
        errors.Positive(RetryDelay, Hour);
        errors.Positive(MaxRetryDelay, Hour);
        if (ResyncInterval is { } interval)
        {
            errors.Positive(interval, Week, nameof(ResyncInterval));
        }
    }

    internal ReflectorOptions Copy() => (ReflectorOptions)MemberwiseClone();
}
