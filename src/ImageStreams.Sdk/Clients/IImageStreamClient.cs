namespace ImageStreams.Clients;

/// <summary>OpenShift's <c>image.openshift.io/v1</c> API, resource by resource.</summary>
/// <remarks>
/// <para>Each failure of the API is an <see cref="ApiException"/>. Objects carry their namespace in their metadata. Names are
/// as in the API: a tag is <c>stream:tag</c>, an image of a stream is <c>stream@digest</c>.</para>
/// <para>Safe to share between threads. The everyday operations (copy, track, reference, schedule, roll back) are in
/// <see cref="ImageStreamClientExtensions"/>, and reads of objects that may be missing, lists over all pages and the like in
/// <see cref="ImageStreamResourceExtensions"/>; both work with every implementation.</para>
/// </remarks>
public interface IImageStreamClient
{
    /// <summary>Image streams: <c>imagestreams</c>.</summary>
    IImageStreamsResource Streams { get; }

    /// <summary>Single tags of streams, each with its image: <c>imagestreamtags</c>.</summary>
    IImageStreamTagsResource Tags { get; }

    /// <summary>Single tags of streams, each with its spec tag, its history and its image: <c>imagetags</c>.</summary>
    IImageTagsResource ImageTags { get; }

    /// <summary>Images by digest, found through a stream: <c>imagestreamimages</c>.</summary>
    IImageStreamImagesResource StreamImages { get; }

    /// <summary>Pushes: <c>imagestreammappings</c>.</summary>
    IImageStreamMappingsResource Mappings { get; }

    /// <summary>Imports: <c>imagestreamimports</c>.</summary>
    IImageStreamImportsResource Imports { get; }

    /// <summary>The images, which all streams share: <c>images</c>.</summary>
    IImagesResource Images { get; }
}
