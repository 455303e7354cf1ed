using System.Globalization;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>The sentences about platforms and differences. Each is one line; names of files and registries are inert in it.</summary>
internal static class LockTexts
{
    /// <summary>The characters of a digest that are shown: <c>sha256:</c> and 12 digits.</summary>
    private const int ShownDigest = 19;

    /// <summary>The longest text of a label that is shown.</summary>
    private const int ShownLabel = 60;

    private const string LabelPrefix = "org.opencontainers.image.";

    /// <summary>Explains a selection of a platform.</summary>
    public static string Explain(PlatformSelection selection) => selection switch
    {
        PlatformSelection.Found found => $"{Show(found.Requested)} gets {Show(found.Platform.Platform)} of {Show(found.Image.Tag)}.",
        PlatformSelection.Missing missing =>
            $"{Show(missing.Image.Tag)} has no image for {ShowRequest(missing)}; it has {ListPlatforms(missing.Image)}.",
        _ => $"{Show(selection.Requested)} is no runtime identifier of a platform that containers have; {Show(selection.Image.Tag)} has {ListPlatforms(selection.Image)}.",
    };

    /// <summary>Gets the word for a difference.</summary>
    public static string GetKind(ImageLockDifference difference) => difference switch
    {
        ImageLockDifference.Moved => "moved",
        ImageLockDifference.Retagged => "retagged",
        ImageLockDifference.PathChanged => "pathChanged",
        ImageLockDifference.Added => "added",
        ImageLockDifference.Removed => "removed",
        ImageLockDifference.PlatformAdded => "platformAdded",
        ImageLockDifference.PlatformGone => "platformGone",
        ImageLockDifference.PlatformMismatch => "platformMismatch",
        ImageLockDifference.LabelsChanged => "labelsChanged",
        ImageLockDifference.SourceGone => "sourceGone",
        ImageLockDifference.SignatureMissing => "signatureMissing",
        _ => "tooOld",
    };

    /// <summary>Explains a difference in one line that begins with its tag.</summary>
    public static string Explain(ImageLockDifference difference) => $"{Show(difference.Tag)}: {Describe(difference)}";

    /// <summary>Explains the change of a label.</summary>
    public static string Explain(LabelChange change)
    {
        var name = change.Name.StartsWith(LabelPrefix, StringComparison.Ordinal) ? change.Name[LabelPrefix.Length..] : change.Name;
        return $"{Show(name)} {ShowLabel(change.Before)} → {ShowLabel(change.After)}";
    }

    private static string Describe(ImageLockDifference difference) => difference switch
    {
        ImageLockDifference.Moved moved => $"moved from {ShowVersion(moved.Before)} to {ShowVersion(moved.After)}",
        ImageLockDifference.Retagged tag =>
            $"retagged from {Show(tag.Before.PullSpec)} to {Show(tag.After.PullSpec)}{DescribeMove(tag.Before, tag.After)}",
        ImageLockDifference.PathChanged path => $"path changed from {ShowPath(path.Before)} to {ShowPath(path.After)}{DescribeMove(path.Before, path.After)}",
        ImageLockDifference.Added added => $"added: {ShowVersion(added.Image)} of {Show(added.Image.PullSpec)}",
        ImageLockDifference.Removed removed => $"removed: {ShowVersion(removed.Image)} of {Show(removed.Image.PullSpec)}",
        ImageLockDifference.PlatformAdded platform => $"platform added: {Show(platform.Platform.Platform)}",
        ImageLockDifference.PlatformGone platform => $"platform gone: {Show(platform.Platform.Platform)}",
        ImageLockDifference.PlatformMismatch mismatch =>
            $"platform {Show(mismatch.Before.Platform)} is {Shorten(mismatch.Before.Digest)} in one and {Shorten(mismatch.After.Digest)} in the other, with the same index",
        ImageLockDifference.LabelsChanged labels => $"labels changed: {string.Join(", ", labels.Changes.Select(Explain))}",
        ImageLockDifference.SourceGone gone => $"source gone: {gone.Problem.Message}",
        ImageLockDifference.SignatureMissing unsigned => $"signature missing: the registry has none of {Show(unsigned.Image.ToPullSpec())}",
        ImageLockDifference.TooOld old => DescribeAge(old),
        _ => "",
    };

    private static string DescribeAge(ImageLockDifference.TooOld old) => string.Create(
        CultureInfo.InvariantCulture,
        $"too old: {Shorten(old.Digest)} was created on {old.Created:yyyy-MM-dd}, {Math.Floor(old.Age.TotalDays)} days ago; {old.MaxAge.TotalDays:0.#} are allowed");

    private static string DescribeMove(LockedImage before, LockedImage after) =>
        before.Digest == after.Digest ? "; the image is the same" : $"; the image moved from {ShowVersion(before)} to {ShowVersion(after)}";

    private static string ShowPath(LockedImage image) => string.Join(" → ", image.Path.Append(image.PullSpec).Select(Show));

    private static string ShowVersion(LockedImage image)
    {
        var version = image.Platforms
            .Select(platform => platform.Labels.TryGetValue($"{LabelPrefix}version", out var text) ? text : null)
            .FirstOrDefault(text => text is not null);
        return version is null ? Shorten(image.Digest) : $"{Shorten(image.Digest)} ({ShowLabel(version)})";
    }

    private static string ShowRequest(PlatformSelection.Missing missing) => missing.Requested == missing.PlatformName
        ? Show(missing.PlatformName)
        : $"{Show(missing.PlatformName)} ({Show(missing.Requested)})";

    private static string ListPlatforms(LockedImage image) => image.Platforms.IsEmpty
        ? "no platform"
        : string.Join(", ", image.PlatformNames.Select(Show));

    private static string ShowLabel(string? text) => text switch
    {
        null => "none",
        { Length: > ShownLabel } => $"{ObjectNames.Show(text[..ShownLabel])}…",
        _ => ObjectNames.Show(text),
    };

    private static string Shorten(Digest digest) => digest.ToString()[..ShownDigest];

    private static string Show(string name) => ObjectNames.Show(name);
}
