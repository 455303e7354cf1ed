using ImageStreams.Controllers;

namespace ImageStreams.Hosting;

/// <summary>The controller of tag policies that the host runs; registered only when it was asked for.</summary>
internal sealed record HostedTagPolicies(TagPolicyController Controller);
