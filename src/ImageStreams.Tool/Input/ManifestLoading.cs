using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Loads the manifests that a command line names.</summary>
internal static class ManifestLoading
{
    /// <summary>Loads files, folders, globs and the standard input.</summary>
    public static Task<ManifestSet> LoadAsync(
        InputSettings settings, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var options = new ManifestOptions { Namespace = settings.Namespace, StandardInput = environment.In };
        foreach (var (name, value) in settings.Parameters)
        {
            options.Parameters[name] = value;
        }

        return ManifestSet.LoadAsync(settings.Paths, options, cancellationToken);
    }
}
