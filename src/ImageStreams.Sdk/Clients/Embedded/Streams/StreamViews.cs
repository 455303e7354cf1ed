using System.Runtime.CompilerServices;

namespace ImageStreams.Clients;

/// <summary>Streams as readers see them: one instance for each stored stream, for all readers and watchers.</summary>
/// <remarks>The views are kept as long as what they show.</remarks>
/// <param name="create">Creates the view of a stream.</param>
internal sealed class StreamViews(Func<ImageStream, ImageStream> create)
{
    private readonly ConditionalWeakTable<ImageStream, ImageStream> _views = [];
    private readonly TypedObjects<ImageStream> _typed = new(static view => view.WithTypeMeta());

    /// <summary>Gets a stream as an item of a list, without kind and version.</summary>
    public ImageStream Get(ImageStream stream) =>
        _views.TryGetValue(stream, out var view) ? view : _views.GetValue(stream, create.Invoke);

    /// <summary>Gets a stream with its kind and version.</summary>
    public ImageStream GetWithType(ImageStream stream) => AddType(Get(stream));

    /// <summary>Gets the view of a stream with its kind and version.</summary>
    public ImageStream AddType(ImageStream view) => _typed.Get(view);
}
