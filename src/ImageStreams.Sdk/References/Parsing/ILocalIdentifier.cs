using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.References;

/// <summary>A name with a namespace that the fields of API objects hold without it.</summary>
internal interface ILocalIdentifier<TSelf> : IIdentifier<TSelf>
    where TSelf : class, ILocalIdentifier<TSelf>
{
    /// <summary>Reads a name in which a slash does not separate anything.</summary>
    static abstract bool TryScanLocal(
        ReadOnlySpan<char> text, [NotNullWhen(true)] out TSelf? result, out ReferenceError error);
}
