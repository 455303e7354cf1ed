namespace ImageStreams.Controllers;

/// <summary>The names of the sections of state.</summary>
internal static class StateSectionNames
{
    /// <summary>The schedule of each stream's imports; the key is the name of the stream.</summary>
    public const string Imports = "imports";

    /// <summary>The paused streams and tags; the key is their name.</summary>
    public const string ImportPauses = ImportController.PauseSection;

    /// <summary>The pauses that registries requested; the key is the registry, with the credential scope where there is one.</summary>
    public const string RegistryPauses = "registry-pauses";
}
