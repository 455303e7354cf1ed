using ImageStreams.Resolution;

namespace ImageStreams.Triggers;

/// <summary>Where the wishes of a tag lead within its stream.</summary>
/// <param name="Kind">Why they lead no further.</param>
/// <param name="Tag">The last tag; of a ring the one that was asked for first.</param>
/// <param name="Reference">What the last tag is to follow; null when there is no wish for it.</param>
/// <param name="Target">The tag of another stream that the last one follows.</param>
internal sealed record TagEnd(TagPathEnd Kind, string Tag, TagReference? Reference = null, TagSource Target = default);
