namespace ImageStreams.Clients;

/// <summary>Reads the images of a stream's history, with those of their platforms.</summary>
internal sealed class StreamLayersReader(Engine engine)
{
    /// <summary>Reads the blobs and images that the history of a stream refers to.</summary>
    public async Task<ImageStreamLayers> ReadAsync(ImageStream stream, CancellationToken cancellationToken)
    {
        var images = stream.Status.Tags.SelectMany(history => history.Items).Select(item => item.Image);
        var view = new StreamLayersView(stream);
        var toAdd = new Queue<string>(images.Where(image => image.Length > 0));
        while (toAdd.TryDequeue(out var next))
        {
            await AddAsync(view, next, toAdd, cancellationToken).ConfigureAwait(false);
        }

        return view.ToLayers();
    }

    /// <summary>Adds an image, and queues the images of its platforms.</summary>
    private async Task AddAsync(
        StreamLayersView view, string name, Queue<string> toAdd, CancellationToken cancellationToken)
    {
        if (view.Contains(name))
        {
            return;
        }

        if (await engine.FindImageAsync(name, cancellationToken).ConfigureAwait(false) is not { } image)
        {
            view.AddMissing(name);
            return;
        }

        if (ImageConfigs.IsMissing(image, engine.TimeProvider))
        {
            view.AddWithoutConfig(name);
            return;
        }

        view.Add(ImageView.Create(image, engine.TimeProvider));
        foreach (var manifest in image.DockerImageManifests)
        {
            toAdd.Enqueue(manifest.Digest);
        }
    }
}
