using System.Reflection;

namespace ImageStreams.Diagnostics;

/// <summary>The version of the package.</summary>
internal static class LibraryVersion
{
    /// <summary>The version as the package has it, such as <c>0.1.0</c>, without the commit.</summary>
    public static string Text { get; } =
        typeof(LibraryVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
