using ImageStreams.Workloads;
namespace ImageStreams.Triggers;

/// <summary>The images of a deployment configuration's containers while triggers set them, by container name.</summary>
/// <remarks>
/// After a trigger set a name once, all containers of that name have the same image; so setting it again costs constant
/// time, however many there are.
/// </remarks>
internal sealed class DeploymentConfigImages(PodSpec pods)
{
    private readonly Dictionary<string, string> _set = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> _images =
        pods.InitContainers.Concat(pods.Containers).ToLookup(one => one.Name, one => one.Image ?? "", StringComparer.Ordinal);

    /// <summary>The pods with what was set.</summary>
    public PodSpec Pods => pods with
    {
        InitContainers = pods.InitContainers.Map(WithImage),
        Containers = pods.Containers.Map(WithImage),
    };

    /// <summary>Sets the image of all containers of a name.</summary>
    /// <returns>Whether one of them had another image.</returns>
    public bool Set(string name, string image)
    {
        var fires = _set.TryGetValue(name, out var before)
            ? before != image && _images.Contains(name)
            : _images[name].Any(one => one != image);
        _set[name] = image;
        return fires;
    }

    private Container WithImage(Container container) =>
        _set.TryGetValue(container.Name, out var image) && image != (container.Image ?? "")
            ? container with { Image = image }
            : container;
}
