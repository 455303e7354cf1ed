using ImageStreams.Internal;

namespace ImageStreams.Storage;

/// <summary>Creates the instances of <see cref="StoreException"/>.</summary>
internal static class StoreErrors
{
    private const int MaxExcerpt = 300;

    public static StoreException NotFound<T>(ObjectKey key) =>
        new(StoreFailure.NotFound, $"There is no {Name<T>(key)}.");

    public static StoreException AlreadyExists<T>(ObjectKey key) =>
        new(StoreFailure.AlreadyExists, $"There is {Name<T>(key)} already; update it instead.");

    public static StoreException MissingVersion<T>(ObjectKey key) => new(
        StoreFailure.Conflict,
        $"{Name<T>(key)} was not written: it has no metadata.resourceVersion; keep that of the object that was read.");

    public static StoreException VersionMismatch<T>(ObjectKey key, string wanted, string? found) => new(
        StoreFailure.Conflict,
        $"{Name<T>(key)} was not written: its resourceVersion is {found}, not '{Excerpt(wanted)}' as expected; "
        + "read it and make the change again.");

    public static StoreException UidMismatch<T>(ObjectKey key, string wanted, string? found) => new(
        StoreFailure.Conflict,
        $"{Name<T>(key)} was not deleted: its UID is '{Excerpt(found ?? "")}', not '{Excerpt(wanted)}' as expected; "
        + "it is another object of that name.");

    public static StoreException ExpiredWatch(long version) => new(
        StoreFailure.Expired, $"The changes after version {version} are no longer all kept; list and watch anew.");

    /// <param name="version">The version of the state.</param>
    /// <param name="goOn">The token that goes on with the latest state; null for a list that has not begun.</param>
    public static StoreException ExpiredList(long version, string? goOn) => new(
        StoreFailure.Expired, $"The state at version {version}, which the list has begun with, is no longer kept; list anew.")
    {
        Continue = goOn,
    };

    public static StoreException UnreachedVersion(string version) => new(
        StoreFailure.InvalidResourceVersion, $"The store has not reached the version {Excerpt(version)} yet; list again later.");

    public static StoreException FellBehind(long version) => new(
        StoreFailure.FellBehind,
        $"The watcher was too slow: changes after version {version} are no longer kept; list and watch anew.");

    public static StoreException InvalidContinue(string token) => new(
        StoreFailure.InvalidContinue, $"The continue token '{Excerpt(token)}' does not belong to this list; list anew.");

    public static StoreException InvalidResourceVersion(string version) => new(
        StoreFailure.InvalidResourceVersion, $"The resource version '{Excerpt(version)}' is not a positive decimal number; "
        + "take that of a list, an object or an event.");

    private static string Name<T>(ObjectKey key) => $"{typeof(T).Name} '{Excerpt(key.ToString())}'";

    private static string Excerpt(string text) => PrintableText.Escape(text, MaxExcerpt);
}
