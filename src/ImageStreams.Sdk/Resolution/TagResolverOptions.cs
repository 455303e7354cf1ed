using ImageStreams.References;

namespace ImageStreams.Resolution;

/// <summary>Options of <see cref="TagResolver"/>.</summary>
public sealed record TagResolverOptions
{
    /// <summary>The defaults: tags are followed within one stream, as in OpenShift.</summary>
    public static TagResolverOptions Default { get; } = new();

    /// <summary>
    /// Gets a value indicating whether tags are followed into other streams and namespaces; false by default, as in OpenShift.
    /// </summary>
    /// <remarks>
    /// <para>A reference to a tag is read the same way in both cases: its name is cut at the first <c>:</c>; an empty
    /// rest is <c>latest</c>; a name without a colon is a tag of the stream that has the reference, or of the stream of
    /// that name in the namespace that the reference names; an empty namespace is the one of that stream. When a stream
    /// or a tag occurs twice, the first is used.</para>
    /// <list type="table">
    /// <listheader><term></term><description>by default; across streams</description></listheader>
    /// <item><term>another stream or namespace</term><description>ends the path as <see
    /// cref="TagResolution.CrossStream"/>; the path continues there</description></item>
    /// <item><term>the image is that of</term><description>the requested tag, or none; the first tag on the path that has an
    /// event. Regardless of the rest of the path: <see cref="TagResolution.Resolved"/></description></item>
    /// <item><term>an image of a stream (<c>ImageStreamImage</c>) at the end</term><description>is awaited as an
    /// import; is searched in the histories of the stream it names, as <see cref="StreamImages.Resolve"/> does:
    /// <see cref="TagResolution.Resolved"/>, <see cref="TagResolution.NotFound"/>, or <see
    /// cref="TagResolution.Invalid"/> where several images begin with its id</description></item>
    /// </list>
    /// <para>When no event decides, the end of the path determines the result. The first match applies:</para>
    /// <list type="number">
    /// <item><description>across streams, no such stream, no such spec tag or no <c>from</c>, and a build of the set pushes the
    /// tag: <see cref="TagResolution.PendingBuild"/>;</description></item>
    /// <item><description>a cycle: <see cref="TagResolution.Circular"/>; another stream: <see
    /// cref="TagResolution.CrossStream"/>;</description></item>
    /// <item><description>neither a spec tag nor a history, and a <c>spec.dockerImageRepository</c> that was never imported:
    /// <see cref="TagResolution.PendingImport"/>;</description></item>
    /// <item><description>no such stream, or no such spec tag: <see cref="TagResolution.NotFound"/>;</description></item>
    /// <item><description>no <c>from</c>: <see cref="TagResolution.PendingImport"/>;</description></item>
    /// <item><description>a kind that is none of the three, a pull spec that does not parse, an image that is not named
    /// <c>stream@id</c>: <see cref="TagResolution.Invalid"/>;</description></item>
    /// <item><description>across streams, an <c>ImageStreamImage</c>: as above;</description></item>
    /// <item><description>a condition <c>ImportSuccess</c> that is <c>False</c>: <see
    /// cref="TagResolution.FailedImport"/>, otherwise <see cref="TagResolution.PendingImport"/>.</description></item>
    /// </list>
    /// <para>The pull spec follows the reference policy of the tag that decided, with the repository of its
    /// stream.</para>
    /// </remarks>
    public bool AcrossStreams { get; init; }

    /// <summary>
    /// The function that finds out whether the event of a tag is assumed rather than stored; null when all events are stored.
    /// </summary>
    internal Func<ImageStreamTagName, bool>? IsAssumed { get; init; }
}
