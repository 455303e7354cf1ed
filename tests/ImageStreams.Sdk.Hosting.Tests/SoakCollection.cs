namespace ImageStreams.Tests.Hosting;

/// <summary>Tests that count things of the whole process, and cannot run in parallel with others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class SoakCollection
{
    public const string Name = "soak";
}
