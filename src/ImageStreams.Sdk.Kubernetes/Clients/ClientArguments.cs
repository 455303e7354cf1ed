using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>Checks the arguments of calls.</summary>
internal static class ClientArguments
{
    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Require(string ns, string name)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(name);
    }

    /// <exception cref="ArgumentNullException">One of them is null.</exception>
    public static void Require(string ns, string name, ObjectPatch patch)
    {
        Require(ns, name);
        ArgumentNullException.ThrowIfNull(patch);
    }
}
