using System.Runtime.CompilerServices;

namespace ImageStreams.Clients;

/// <summary>Objects with their kind and version: one instance for each, for all readers and watchers, kept as long as the object.</summary>
/// <remarks>So whatever a server keeps with an object, such as its JSON, is made once.</remarks>
/// <param name="addType">Adds the kind and the version.</param>
internal sealed class TypedObjects<T>(Func<T, T> addType)
    where T : ApiObject
{
    // The values are objects for native compilation: the table wants a public constructor of any other type.
    private readonly ConditionalWeakTable<T, object> _typed = [];

    /// <summary>Gets an object with its kind and version.</summary>
    public T Get(T value) => (T)(_typed.TryGetValue(value, out var typed) ? typed : _typed.GetValue(value, addType.Invoke));
}
