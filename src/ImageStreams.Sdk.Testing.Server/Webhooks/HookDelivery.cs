using System.Text.Json.Nodes;

namespace ImageStreams.Testing.Server;

/// <summary>The build that a webhook starts, as far as the call says.</summary>
/// <param name="Revision">The revision of the source; null for none.</param>
/// <param name="Env">The variables of the build; null for none.</param>
internal sealed record HookDelivery(JsonObject? Revision = null, JsonArray? Env = null);
