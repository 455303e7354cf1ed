using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The activity of a request, as a server keeps it.</summary>
internal sealed class ActivityFeature : IHttpActivityFeature
{
    public required Activity Activity { get; set; }
}
