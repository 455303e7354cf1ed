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

    /// <summary>The wait after a list that the API refuses (403), or of a resource that it does not have (404); more than zero, at most a
    /// week; null, the default, to treat that as any error.</summary>
    /// <remarks>With it, what may not be seen counts as no objects until it may: <see cref="Reflector{T}.HasSynced"/> becomes
    /// true.</remarks>
    public TimeSpan? RecheckInterval { get; set; }

    /// <summary>The time for which the API has to refuse (401, 403, 404), at least twice and without an answer in between, before the
    /// objects that were read are dropped; more than zero, at most an hour; null, the default, to keep them.</summary>
    /// <remarks>For objects that must not outlive the right to read them, such as credentials. They are listed again when that is
    /// allowed.</remarks>
    public TimeSpan? DropRefusedAfter { get; set; }

    /// <summary>The largest number of objects that are kept; at least 1; null, the default, for all. The others are left out, and listed
    /// when one of those is deleted.</summary>
    public int? MaxObjects { get; set; }

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

        errors.Positive(RecheckInterval ?? Hour, Week, nameof(RecheckInterval));
        errors.Positive(DropRefusedAfter ?? Hour, Hour, nameof(DropRefusedAfter));
        errors.AtLeast(MaxObjects ?? 1, 1, nameof(MaxObjects));
    }

    internal ReflectorOptions Copy() => (ReflectorOptions)MemberwiseClone();
}
