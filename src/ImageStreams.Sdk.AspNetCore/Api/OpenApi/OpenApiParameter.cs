namespace ImageStreams.AspNetCore;

/// <summary>A parameter in a path or a query.</summary>
internal sealed record OpenApiParameter(string Name, string Type, string Description, string In = "query");
