using ImageStreams.Manifests;

namespace ImageStreams.MSBuild;

/// <summary>The sentences of errors and warnings.</summary>
internal static class TaskTexts
{
    /// <summary>Says that a tag is not in the lock.</summary>
    public static string NotLocked(string tag, string file) => File.Exists(file)
        ? $"{tag} is not in {file}, and nothing is looked up in locked mode. Build once without ImageStreamLockedMode, or run 'dotnet build -t:UpdateImageStreamLock', and commit the file."
        : $"{tag} is not locked: there is no {file}, and nothing is looked up in locked mode. Build once without ImageStreamLockedMode and commit the file.";

    /// <summary>Says that a tag cannot be verified, as it is not in the lock.</summary>
    public static string NotVerifiable(string tag, string file) =>
        $"{tag} is not in {file}, so that there is nothing to verify. Run 'dotnet build -t:UpdateImageStreamLock', and commit the file.";

    /// <summary>Says that the streams lead elsewhere than the lock.</summary>
    public static string Outdated(ImageLockDifference difference, string file) =>
        $"The streams of the project and {file} disagree: {difference.Message}. Run 'dotnet build -t:UpdateImageStreamLock' and commit the file.";

    /// <summary>Says that a project has several base images.</summary>
    public static string SeveralBaseImages(string first, string other) =>
        $"The project has two base images, {first} and {other}, and a container has one. Make the other one an ImageStreamTag item.";

    /// <summary>Says that the base image is not used.</summary>
    public static string BaseImageIgnored(string tag, string baseImage) =>
        $"ContainerBaseImage is {baseImage}, so that the container is not built on {tag}. Remove one of the two.";

    /// <summary>Says that tags to update are none of the project.</summary>
    public static string UnknownTag(string name, IEnumerable<string> known, string file) =>
        $"ImageStreamTagsToUpdate names {name}, which is no tag of the project and not in {file}; the project has {string.Join(", ", known.DefaultIfEmpty("none"))}.";

    /// <summary>Says that an age is no number.</summary>
    public static string InvalidAge(string text) =>
        $"ImageStreamMaximumAgeInDays is '{text}'; it must be a number of days from 0 to 36500, such as 90.";
}
