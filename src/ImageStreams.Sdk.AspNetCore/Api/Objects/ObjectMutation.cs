using System.Text.Json.Nodes;

namespace ImageStreams.AspNetCore;

/// <summary>Changes an object that is created or updated, in place.</summary>
/// <param name="document">The object as it will be stored.</param>
/// <param name="old">The object that it replaces; null for a new one.</param>
/// <param name="cancellationToken">A token to cancel the operation.</param>
internal delegate Task ObjectMutation(JsonObject document, JsonObject? old, CancellationToken cancellationToken);
