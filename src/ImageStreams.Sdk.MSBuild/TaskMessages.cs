using ImageStreams.Manifests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace ImageStreams.MSBuild;

/// <summary>Errors, warnings and messages of the tasks, each at its place.</summary>
internal sealed class TaskMessages(TaskLoggingHelper log, string projectFile)
{
    /// <summary>Reports an error about a tag, at the line of its item.</summary>
    public void Report(string code, ITaskItem tag, string message)
    {
        var place = ItemPlace.Find(tag, projectFile);
        log.LogError(null, code, GetKeyword(code), place.File, place.Line, place.Column, 0, 0, "{0}", message);
    }

    /// <summary>Reports an error about the tags of a name.</summary>
    public void Report(string code, IEnumerable<ITaskItem> tags, string name, string message)
    {
        var items = tags.Where(tag => tag.ItemSpec == name).ToList();
        if (items.Count == 0)
        {
            log.LogError(null, code, GetKeyword(code), projectFile, 0, 0, 0, 0, "{0}", message);
        }

        items.ForEach(item => Report(code, item, message));
    }

    /// <summary>Warns about a tag, at the line of its item.</summary>
    public void Warn(string code, ITaskItem tag, string message)
    {
        var place = ItemPlace.Find(tag, projectFile);
        log.LogWarning(null, code, GetKeyword(code), place.File, place.Line, place.Column, 0, 0, "{0}", message);
    }

    /// <summary>Reports that the lock cannot be used, at its line.</summary>
    public void ReportLock(ImageLockException error) => log.LogError(
        null, MessageCodes.LockUnusable, GetKeyword(MessageCodes.LockUnusable),
        error.File, error.Place?.Line ?? 0, error.Place?.Column ?? 0, 0, 0, "{0}", error.Explanation);

    /// <summary>Warns about a manifest, at its line.</summary>
    public void ReportManifest(ManifestProblem problem) => log.LogWarning(
        null, MessageCodes.ManifestUnreadable, GetKeyword(MessageCodes.ManifestUnreadable),
        problem.Place.File, problem.Place.Line, problem.Place.Column, 0, 0, "{0}", problem.Message);

    /// <summary>Tells everybody who watches the build.</summary>
    public void Tell(string message) => log.LogMessage(MessageImportance.High, "{0}", message);

    private static string GetKeyword(string code) => $"ImageStreams.{code}";
}
