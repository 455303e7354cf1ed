using ImageStreams.Collections;

namespace ImageStreams.Importing;

/// <summary>An image as it was fetched; for an index that is kept, with the images of its platforms.</summary>
internal sealed record FetchedImage(Image Image, ValueList<Image> Manifests);
