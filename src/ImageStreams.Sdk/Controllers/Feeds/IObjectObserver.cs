namespace ImageStreams.Controllers;

/// <summary>An observer of objects, such as a controller; see <see cref="ReflectedObjects{T}"/> and <see cref="Reflector{T}"/>.</summary>
/// <remarks>
/// Both methods are called one after the other and in the order of the changes. They return soon: while one runs, the next
/// change waits. Whoever cannot return soon reads <see cref="Reflector{T}.ReadChangesAsync"/> instead.
/// </remarks>
/// <typeparam name="T">The kind of the objects.</typeparam>
public interface IObjectObserver<in T>
    where T : ApiObject
{
    /// <summary>Notifies the observer of an object that is new, has changed, or is told again.</summary>
    /// <param name="value">The current object.</param>
    void Observe(T value);

    /// <summary>Notifies the observer that an object was deleted.</summary>
    /// <param name="value">The object as it was last known.</param>
    void Remove(T value);
}
